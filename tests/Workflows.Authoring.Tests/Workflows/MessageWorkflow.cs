using Workflows.Authoring.Tests.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Expressions;

namespace Workflows.Authoring.Tests.Workflows;

/// <summary>Literals, delegates, variables and expressions as inputs.</summary>
public class MessageWorkflow : WorkflowBase
{
    protected override void Build(IWorkflowBuilder builder)
    {
        var message = builder.WithVariable<string>("Message", "Hello, World!");

        builder.Root = new Sequence
        {
            Activities =
            {
                new Say { Message = new("literal") },
                new Say { Message = new(context => $"delegate: {message.Get(context)}") },
                new Say { Message = new(message) },
                new Say { Message = new(JavaScriptExpression.Create("`script: ${variables.Message}`")) },
                new Say { Message = new(LiquidExpression.Create("template: {{ Variables.Message }}")) },
            },
        };
    }
}
