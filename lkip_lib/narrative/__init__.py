"""The report's tables, charts and sentences in Indonesian, made from figures that carry their trail."""
