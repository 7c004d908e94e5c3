namespace Workflows.Rules.Comparison;

/// <summary>Finds conditions that differ in values only: <c>orders &gt;= 2</c> and <c>orders &gt;= 3</c>.</summary>
internal static class Thresholds
{
    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal)
    {
        "&&",
        "||",
        "!",
        "(",
        ")",
        ",",
        "?",
        ":",
    };

    /// <summary>Each comparison whose value changed, before and after; empty when more than values differ.</summary>
    public static IReadOnlyList<(string Before, string After)> Between(string old, string now)
    {
        var (before, after) = (LambdaTokens.Of(old), LambdaTokens.Of(now));
        if (before.Length != after.Length)
        {
            return [];
        }

        var changes = new List<(string, string)>();
        for (var index = 0; index < before.Length; index++)
        {
            if (string.Equals(before[index].Normal, after[index].Normal, StringComparison.Ordinal))
            {
                continue;
            }

            if (!before[index].IsValue || !after[index].IsValue)
            {
                return [];
            }

            changes.Add((Comparison(before, index), Comparison(after, index)));
        }

        return [.. changes.Distinct()];
    }

    private static string Comparison(LambdaToken[] tokens, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && !IsJoint(tokens, first - 1))
        {
            first--;
        }

        while (last < tokens.Length - 1 && !IsJoint(tokens, last + 1))
        {
            last++;
        }

        var text = string.Join(' ', tokens[first..(last + 1)].Select(token => token.Text));
        return text.Replace(" . ", ".", StringComparison.Ordinal)
            .Replace(" (", "(", StringComparison.Ordinal)
            .Replace("( ", "(", StringComparison.Ordinal)
            .Replace(" )", ")", StringComparison.Ordinal)
            .Replace("- ", "-", StringComparison.Ordinal);
    }

    // A bracket that belongs to a call, as in AddDays(-30), is a part of the comparison.
    private static bool IsJoint(LambdaToken[] tokens, int at)
    {
        if (!Joints.Contains(tokens[at].Normal))
        {
            return false;
        }

        return tokens[at].Normal switch
        {
            "(" => at == 0 || !IsName(tokens[at - 1]),
            ")" => !ClosesCall(tokens, at),
            _ => true,
        };
    }

    private static bool ClosesCall(LambdaToken[] tokens, int at)
    {
        var depth = 0;
        for (; at >= 0; at--)
        {
            depth += tokens[at].Normal switch
            {
                ")" => 1,
                "(" => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at > 0 && IsName(tokens[at - 1]);
            }
        }

        return false;
    }

    private static bool IsName(LambdaToken token) =>
        !token.IsValue && !Joints.Contains(token.Normal) && char.IsLetter(token.Text[0]);
}
