using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Designer;

/// <summary>Describes a workflow that may be used as an activity.</summary>
internal static class EmbeddedDescriber
{
    public static ActivityDescription Describe(WorkflowDefinition definition, DesignerTexts texts)
    {
        var name = Words.Pascal(definition.Name);
        var category = definition.Options.ActivityCategory;
        return new ActivityDescription
        {
            TypeName = name,
            Namespace = "Workflows",
            Name = name,
            Version = definition.Version,
            Category = string.IsNullOrEmpty(category) ? texts.Of("Workflows") : category,
            DisplayName = definition.Name,
            Description = definition.Description,
            IsBrowsable = true,
            Inputs = [.. definition.Inputs.Select(DescribeInput)],
            Outputs =
            [
                .. definition.Outputs.Select(output => new OutputDescription
                {
                    Name = output.Name,
                    TypeName = output.TypeName,
                    DisplayName = output.DisplayName ?? output.Name,
                    Description = output.Description,
                    IsSynthetic = true,
                }),
            ],
            Ports = [.. definition.Outcomes.Select(outcome => new PortDescription(outcome, outcome, PortKind.Flow))],
            CustomProperties = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["RootType"] = nameof(Activities.Composition.WorkflowDefinitionActivity),
                ["WorkflowDefinitionId"] = definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = definition.Id,
            },
            ConstructionProperties = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["workflowDefinitionId"] = definition.DefinitionId,
                ["workflowDefinitionVersionId"] = definition.Id,
                ["latestAvailablePublishedVersion"] = definition.Version,
                ["latestAvailablePublishedVersionId"] = definition.Id,
            },
        };
    }

    private static InputDescription DescribeInput(ArgumentDefinition input) =>
        new()
        {
            Name = input.Name,
            TypeName = input.TypeName,
            DisplayName = input.DisplayName ?? input.Name,
            Description = input.Description,
            Category = input.Category,
            IsSynthetic = true,
            UiHint = input.UIHint ?? InputUIHints.SingleLine,
        };
}
