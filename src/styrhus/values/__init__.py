"""Values that every room shares: numbers, units, periods, figures with their source, problems, texts."""
