using Workflows.Authoring.Tests.Activities;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;

namespace Workflows.Authoring.Tests.Workflows;

/// <summary>A flowchart in code; outputs captured by a variable and read directly.</summary>
public class DivisionWorkflow(decimal divisor) : WorkflowBase
{
    protected override void Build(IWorkflowBuilder builder)
    {
        var quotient = builder.WithVariable("Quotient", 0m);
        var divide = new Divide
        {
            Name = "Divide1",
            Dividend = new(17m),
            Divisor = new(divisor),
            Quotient = new(quotient),
        };
        var pass = new WriteLine(context =>
            $"{quotient.Get(context)} rest {divide.GetOutput<Divide, decimal>(context, activity => activity.Remainder)} ({context.GetOutput("Divide1", "Quotient")})"
        );
        var fail = new WriteLine("failed");

        builder.Root = new Flowchart
        {
            Activities = { divide, pass, fail },
            Connections =
            {
                new Connection(new Endpoint(divide, "Pass"), new Endpoint(pass)),
                new Connection(new Endpoint(divide, "Fail"), new Endpoint(fail)),
            },
        };
    }
}
