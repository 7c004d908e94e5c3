using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Lambda;

/// <summary>The texts that the functions of one evaluation may build together; a function runs once for each element of a list.</summary>
internal sealed class TextBudget(int most)
{
    private long _left = most;

    public void Spend(long length)
    {
        _left -= length;
        if (_left < 0)
        {
            throw new ExpressionException(
                DiagnosticCodes.LimitReached,
                $"Texts of more than {most} characters together would be built."
            );
        }
    }
}
