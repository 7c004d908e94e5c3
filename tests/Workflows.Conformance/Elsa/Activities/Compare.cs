using System.Globalization;
using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
[FlowNode("True", "False")]
public sealed class Compare : Activity
{
    public Input<object?> Left { get; set; } = default!;

    public Input<string> Op { get; set; } = new("eq");

    public Input<object?> Right { get; set; } = default!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var order = Order(TextOf(Left.Get(context)), TextOf(Right.Get(context)));
        var holds = Op.Get(context) switch
        {
            "ne" => order != 0,
            "lt" => order < 0,
            "le" => order <= 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            _ => order == 0,
        };
        return context.CompleteActivityWithOutcomesAsync(holds ? "True" : "False");
    }

    private static string TextOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static int Order(string left, string right) =>
        decimal.TryParse(left, CultureInfo.InvariantCulture, out var first)
        && decimal.TryParse(right, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left, right);
}
