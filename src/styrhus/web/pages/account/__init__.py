"""Pages about who one is: logging in and out, language, password, and users with their roles."""
