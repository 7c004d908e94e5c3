using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>Reads what the properties of one rule say of its limit.</summary>
internal sealed class LimitProperties(Rule rule, string path, List<Diagnostic> diagnostics)
{
    private static readonly string Scopes = string.Join(", ", Enum.GetNames<LimitScope>().Skip(1)).ToLowerInvariant();

    public Limit Read()
    {
        var scope = Scope();
        var title = Title("en");
        if (Text("source") is null || title is null)
        {
            Say(
                LimitCodes.Unexplained,
                $"The limit '{rule.Name}' does not say where it comes from and what it means.",
                "Properties",
                "Add the properties \"source\" and \"title\" (a text in en and one in zh)."
            );
        }

        return new Limit(
            rule.Name,
            scope,
            Period(scope),
            Action(),
            Text("source") ?? "",
            title ?? rule.Name,
            Title("zh") ?? title ?? rule.Name,
            Param("max")?.Expression,
            string.Equals(Text("unit"), "money", StringComparison.OrdinalIgnoreCase)
        )
        {
            Authority = Authority(),
            PeriodText = Text("period"),
            Again = Again(),
        };
    }

    private TimeSpan? Again()
    {
        if (Text("again") is not { } text)
        {
            return null;
        }

        if (
            LimitPeriod.TryParse($"rolling {text}", out var period)
            && period is LimitPeriod.Rolling { Length: var length }
        )
        {
            return length;
        }

        Say(
            LimitCodes.BadAgain,
            $"'{text}' is not how long a message can wait before it is judged again.",
            "Properties.again",
            "Write 12 hours, 30 minutes or 1 day."
        );
        return null;
    }

    private LimitScope Scope()
    {
        if (Text("scope") is not { } text)
        {
            return LimitScope.None;
        }

        if (Enum.TryParse<LimitScope>(text, ignoreCase: true, out var scope) && scope.ToString().Length == text.Length)
        {
            if (scope != LimitScope.None && Param("counts") is null)
            {
                Say(
                    LimitCodes.NothingCounted,
                    $"The limit '{rule.Name}' does not say which messages it counts.",
                    "LocalParams",
                    "Add a parameter \"counts\": a condition over message."
                );
            }

            return scope;
        }

        Say(
            LimitCodes.BadScope,
            $"'{text}' is not whose messages can be counted.",
            "Properties.scope",
            $"Write {Scopes}."
        );
        return LimitScope.None;
    }

    private LimitPeriod? Period(LimitScope scope)
    {
        if (scope == LimitScope.None)
        {
            return null;
        }

        if (LimitPeriod.TryParse(Text("period"), out var period))
        {
            return period;
        }

        Say(
            LimitCodes.BadPeriod,
            $"'{Text("period")}' is not how long a message can count.",
            "Properties.period",
            "Write day, week, month, 7 days, rolling 24 hours, rolling 1 minute or ever."
        );
        return null;
    }

    private LimitAuthority Authority()
    {
        var text = Text("authority");
        if (text is null)
        {
            return LimitAuthority.Practice;
        }

        if (
            Enum.TryParse<LimitAuthority>(text, ignoreCase: true, out var authority)
            && authority.ToString().Length == text.Length
        )
        {
            return authority;
        }

        Say(
            LimitCodes.BadAuthority,
            $"'{text}' is not who can ask for a limit.",
            "Properties.authority",
            "Write law, platform, article or practice."
        );
        return LimitAuthority.Practice;
    }

    private LimitAction Action()
    {
        if (Enum.TryParse<LimitAction>(rule.Event, ignoreCase: true, out var action))
        {
            return action;
        }

        Say(
            LimitCodes.BadAction,
            $"'{rule.Event}' is not what can become of a message.",
            "SuccessEvent",
            "Write defer or drop."
        );
        return LimitAction.Drop;
    }

    private ScopedParam? Param(string name) =>
        rule.LocalParams.FirstOrDefault(param => string.Equals(param.Name, name, StringComparison.Ordinal));

    private string? Text(string name) =>
        rule.Properties.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private string? Title(string language) =>
        rule.Properties.TryGetValue("title", out var titles)
        && titles.ValueKind == JsonValueKind.Object
        && titles.TryGetProperty(language, out var title)
        && title.ValueKind == JsonValueKind.String
            ? title.GetString()
            : null;

    private void Say(string code, string message, string place, string remedy) =>
        diagnostics.Add(new Diagnostic(code, message, $"{path}.{place}", Remedy: remedy));
}
