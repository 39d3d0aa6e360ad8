"""Money: budget versions as tables, the frame and the changes that lead from one year's frame to the next."""
