using System.Diagnostics.CodeAnalysis;

namespace Workflows.Marketing.Content;

/// <summary>For whom alone a link leads somewhere (S2-05): those of whom a rule set says an event, asked each time it is followed.</summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Event">What it has to say, for example <c>new</c>.</param>
public sealed record LinkAudience(string RuleSet, string Event)
{
    /// <summary>How many characters it is written in at most.</summary>
    public const int MaxLength = 300;

    private const char Separator = ':';

    /// <summary>Reads <c>lifecycle-tiers:new</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LinkAudience? audience)
    {
        var at = text?.IndexOf(Separator, StringComparison.Ordinal) ?? -1;
        audience = at > 0 && at < text!.Length - 1 ? new LinkAudience(text[..at], text[(at + 1)..]) : null;
        return audience is not null;
    }

    /// <summary>As it is kept: <c>lifecycle-tiers:new</c>.</summary>
    public override string ToString() => $"{RuleSet}{Separator}{Event}";
}
