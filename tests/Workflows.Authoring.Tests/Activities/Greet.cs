using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Two inputs and a result; completes by itself.</summary>
[Activity("Shop", "Shop/Talk", "Greets a customer.", DisplayName = "Greet customer")]
public sealed class Greet : CodeActivity<string>
{
    [Input(DisplayName = "Customer", Description = "Who is greeted.", Category = "Settings")]
    public Input<string> Customer { get; set; } = default!;

    [Input(Description = "How.", Options = new[] { "Hello", "Welcome back" }, UIHint = InputUIHints.DropDown)]
    public Input<string> Salutation { get; set; } = new("Hello");

    protected override void Execute(ActivityExecutionContext context)
    {
        var customer = Customer.GetOrDefault(context, () => "stranger");
        Result.Set(context, $"{Salutation.Get(context)}, {customer}!");
    }
}
