"""The one exception that the command line shows as a sentence instead of a traceback."""


class CommandError(Exception):
    """A command cannot go on; the message names the mistake, the value and the way out."""
