"""What an accrual must be beside its fields: an estimate of net cost that reverses later than it is made."""

from styrhus.finance.follow_up.forecast import Accrual
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def check_accrual(accrual: Accrual) -> None:
    """ProblemsError with the field that is wrong."""
    problems = []
    if not accrual.cost_type.is_net_cost:
        told = msg("Accruals are made of net cost only.")
        problems.append(Problem(told, msg("Choose another cost type."), column="cost_type"))
    if accrual.reverses is not None and accrual.reverses <= accrual.month:
        told = msg("It reverses before it is made.")
        problems.append(Problem(told, msg("Choose a later month, or none at the end of the year."), column="reverses"))
    if not accrual.amount:
        problems.append(Problem(msg("The amount is zero."), msg("Write an amount, or take it away."), column="amount"))
    if problems:
        raise ProblemsError(tuple(problems))
