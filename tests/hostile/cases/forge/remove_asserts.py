# Tries: a syntax-tree transformer that removes every assert.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import ast


class NoAssert(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.copy_location(ast.Pass(), node)


get_ipython().ast_transformers.append(NoAssert())
claims_by_kind = {}
