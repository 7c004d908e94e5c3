using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Alterations;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>One change as Elsa's clients write it; which members count depends on the type.</summary>
internal sealed record AlterationBody(
    string? Type,
    string? ActivityId,
    string? ActivityInstanceId,
    string? VariableId,
    JsonElement Value,
    int? TargetVersion
)
{
    /// <summary>The change in our words, for one instance; null where it cannot be done, and the reason.</summary>
    public Alteration? Translate(WorkflowInstance instance, out string refusal)
    {
        refusal = "";
        var activityId = string.IsNullOrEmpty(ActivityId) ? IdOf(instance) : ActivityId;
        switch (Type)
        {
            case "ModifyVariable" when HasVariable(instance, VariableId):
                return new Alteration.SetVariable(VariableId!, PlainJson.ToPlain(Value));
            case "ModifyVariable":
                refusal = $"The workflow has no variable '{VariableId}'.";
                return null;
            case "ScheduleActivity"
            or "CancelActivity" when activityId is null || instance.Graph.Find(activityId) is null:
                refusal = $"The workflow has no activity '{activityId}'.";
                return null;
            case "ScheduleActivity":
                return new Alteration.RunActivity(activityId!);
            case "CancelActivity":
                return new Alteration.CancelActivity(activityId!);
            case "Cancel":
                return new Alteration.CancelInstance();
            case "Migrate" when TargetVersion == instance.Graph.Version:
                return new Alteration.RetryFailed();
            case "Migrate":
                refusal = "An instance stays on the version it began with.";
                return null;
            default:
                refusal = $"'{Type}' is not an alteration that is known here.";
                return null;
        }
    }

    private static bool HasVariable(WorkflowInstance instance, string? id) =>
        instance.Graph.Definition.Variables.Any(variable =>
            string.Equals(variable.Id, id, StringComparison.Ordinal)
            || string.Equals(variable.Name, id, StringComparison.Ordinal)
        );

    private string? IdOf(WorkflowInstance instance) =>
        ActivityExecutionId.TryParse(ActivityInstanceId, out var execution) && execution.InstanceId == instance.Id
            ? instance
                .Activities.FirstOrDefault(activity =>
                    string.Equals(
                        activity.Id,
                        execution.FrameId.ToString(CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
                )
                ?.Activity.Id
            : null;
}
