using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>
/// Reads how often an activity is tried again: from its <c>customProperties.resilienceStrategy</c>, else from the workflow's <c>customProperties.retry</c>.
/// Both may hold <c>maxAttempts</c>, <c>delay</c>, <c>factor</c> and <c>maxDelay</c>.
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
        if (string.Equals(json.Member("strategyId").AsText(), "None", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var standard = RetryPolicy.Default;
        return new RetryPolicy(
            json.Member("maxAttempts").AsNumber() ?? standard.MaxAttempts,
            Duration(json.Member("delay"), standard.Delay, activity, diagnostics),
            json.Member("factor").ValueKind == JsonValueKind.Number
                ? json.Member("factor").GetDouble()
                : standard.Factor,
            Duration(json.Member("maxDelay"), standard.MaxDelay, activity, diagnostics)
        );
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
