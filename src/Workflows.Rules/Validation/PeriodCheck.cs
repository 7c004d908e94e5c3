using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;
using Codes = Workflows.Rules.Validation.RuleDiagnosticCodes;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Validation;

/// <summary>Checks from when until when a rule set is in force.</summary>
internal static class PeriodCheck
{
    public static void Run(RuleSet ruleSet, string path, List<Diagnostic> diagnostics)
    {
        CheckDate(ruleSet.ValidFrom, $"{path}.{Words.ValidFrom}", diagnostics);
        CheckDate(ruleSet.ValidTo, $"{path}.{Words.ValidTo}", diagnostics);
        if (RulePeriod.Of(ruleSet, TimeZoneInfo.Utc) is { From: { } from, To: { } to } && from >= to)
        {
            diagnostics.Add(
                new Diagnostic(
                    Codes.BadPeriod,
                    $"The rule set would end ('{ruleSet.ValidTo}') before it begins ('{ruleSet.ValidFrom}').",
                    $"{path}.{Words.ValidTo}",
                    Remedy: "Let it end later."
                )
            );
        }
    }

    private static void CheckDate(string? text, string path, List<Diagnostic> diagnostics)
    {
        if (text is not null && RulePeriod.Read(text, TimeZoneInfo.Utc) is null)
        {
            diagnostics.Add(
                new Diagnostic(
                    Codes.BadPeriod,
                    $"'{text}' is not a date.",
                    path,
                    Remedy: "Write it as in 2026-06-18 or 2026-06-18T20:00:00+08:00."
                )
            );
        }
    }
}
