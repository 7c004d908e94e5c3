using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Several outputs and outcomes of its own.</summary>
[Activity("Shop", "Math", "Divides two numbers.")]
[FlowNode("Pass", "Fail")]
public class Divide : Activity
{
    [Input(Description = "What is divided.")]
    public Input<decimal> Dividend { get; set; } = default!;

    [Input(Description = "By what.")]
    public Input<decimal> Divisor { get; set; } = default!;

    [Output(DisplayName = "Quotient", Description = "How often it fits.")]
    public Output<decimal> Quotient { get; set; } = default!;

    [Output(Description = "What is left.")]
    public Output<decimal> Remainder { get; set; } = default!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var divisor = Divisor.Get(context);
        if (divisor == 0)
        {
            context.JournalData.Add("reason", "by zero");
            await context.CompleteActivityWithOutcomesAsync("Fail");
            return;
        }

        var dividend = context.Get(Dividend);
        Quotient.Set(context, decimal.Truncate(dividend / divisor));
        context.Set(Remainder, dividend % divisor);
        await context.CompleteActivityWithOutcomesAsync("Pass");
    }
}
