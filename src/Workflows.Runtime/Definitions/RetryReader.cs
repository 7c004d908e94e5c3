using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>
/// Reads how often an activity is tried again: from its <c>customProperties.resilienceStrategy</c>, else from the workflow's <c>customProperties.retry</c>.
/// Both may name a <see cref="RetryStrategy"/> as <c>strategyId</c>, and hold <c>maxAttempts</c>, <c>delay</c>, <c>factor</c> and <c>maxDelay</c>.
/// </summary>
internal static class RetryReader
{
    public static RetryPolicy? Read(Activity activity, WorkflowDefinition definition, List<Diagnostic> diagnostics)
    {
        var own = activity.CustomProperties is { } custom ? custom.Member("resilienceStrategy") : default;
        var json = own.ValueKind == JsonValueKind.Object ? own : definition.CustomProperties.Member("retry");
        if (json.ValueKind != JsonValueKind.Object || activity is Container or Composite)
        {
            return null;
        }
        var strategyId = json.Member("strategyId").AsText();
        if (strategyId is { Length: > 0 } && RetryStrategy.Find(strategyId) is not { Policy: not null })
        {
            Note(strategyId, activity, diagnostics);
            return RetryStrategy.Find(strategyId) is null ? RetryPolicy.Default : null;
        }
        var standard = RetryStrategy.Find(strategyId)?.Policy ?? RetryPolicy.Default;
        return new RetryPolicy(
            json.Member("maxAttempts").AsNumber() ?? standard.MaxAttempts,
            Duration(json.Member("delay"), standard.Delay, activity, diagnostics),
            json.Member("factor").ValueKind == JsonValueKind.Number
                ? json.Member("factor").GetDouble()
                : standard.Factor,
            Duration(json.Member("maxDelay"), standard.MaxDelay, activity, diagnostics)
        );
    }

    private static void Note(string strategyId, Activity activity, List<Diagnostic> diagnostics)
    {
        if (RetryStrategy.Find(strategyId) is null)
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.UnknownStrategy,
                    $"There is no retry strategy '{strategyId}'; the default one is used.",
                    activity.Id,
                    Remedy: $"Choose one of {string.Join(", ", RetryStrategy.All.Select(strategy => strategy.Id))}.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }
    }

    private static TimeSpan Duration(
        JsonElement json,
        TimeSpan standard,
        Activity activity,
        List<Diagnostic> diagnostics
    )
    {
        if (json.AsText() is not { } text)
        {
            return standard;
        }
        if (
            TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var duration)
            && duration >= TimeSpan.Zero
        )
        {
            return duration;
        }
        diagnostics.Add(
            new Diagnostic(
                WorkflowCodes.WrongShape,
                $"The retry wait '{text}' is not a duration.",
                activity.Id,
                Remedy: "Write it as 00:00:10."
            )
        );
        return standard;
    }
}
