using Workflows.Authoring.Tests.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Authoring.Tests.Workflows;

/// <summary>A workflow with an input and a value.</summary>
public class PriceWorkflow : WorkflowBase<decimal>
{
    protected override void Build(IWorkflowBuilder builder)
    {
        builder.WithInput<string>("Article", "What is asked for.");
        builder.Root = new LookUpPrice
        {
            Article = new(context => context.GetInput<string>("Article")),
            Result = new(Result),
        };
    }
}
