"""What is public, as plain records for programs: feeds, files, the API and the bulk export tell the same."""
