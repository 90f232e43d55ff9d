"""The stages in order; what is fresh is skipped."""
