"""Configuration of the nbgrader course; stock nbgrader commands run in this folder read it too."""

from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821

c.CourseDirectory.course_id = "us-japan-alliance"
c.CourseDirectory.db_url = "sqlite:///gradebook.db"

# What a learning platform's download looks like: STUDENT_ASSIGNMENT.ipynb, one folder for all.
c.FileNameCollectorPlugin.named_regexp = r".*[/\\](?P<student_id>[^/\\_]+)_(?P<file_id>[^/\\_]+)\.ipynb$"

# A reference solution's slowest cell takes under a second here; a cell that runs for 20 is not going to end.
c.Execute.timeout = 20

c.ClearSolutions.code_stub = {"python": "# Write your answer here."}

# At release each assignment gets a key of its own, made of the course's secret: it decides which slice a student works on.
c.CourseKey.secret_file = str(Path(__file__).resolve().with_name("course_secret.txt"))
c.GenerateAssignment.preprocessors.prepend(["usjapan.course_key.CourseKey"])

# Submissions run confined, tests in processes of their own: stock nbgrader commands and the formgrader page use this too.
from usjapan.tables import folder as datasets  # noqa: E402

c.Proctoring.preload = ["pandas", "altair", "ipywidgets", "usjapan", "usjapan.charts", "usjapan.warm"]
c.Proctoring.readable = [str(datasets())]
# The formgrader page runs nothing of a submission: a script there would have the instructor's rights.
c.HTMLExporter.preprocessors = ["nbproctor.feedback.Harmless"]
c.HTMLExporter.filters = {"markdown2html": "nbproctor.feedback.markdown2html"}
c.GenerateFeedback.exporter_class = "nbproctor.feedback.SealedExporter"
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "nbproctor.feedback.Feedback",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = [
    "nbproctor.preprocessors.Proctor",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
