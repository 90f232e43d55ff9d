"""Tidy tables for reports: people, themes, quotes, findings. Data in, table out, no drawing."""
