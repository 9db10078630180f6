"""The self-checks of each lesson, a module a lesson, loaded when one of its exercises is first checked."""
