namespace Workflows.Runtime.Activities.Data;

/// <summary>Fails on purpose.</summary>
[Activity("Elsa", "Primitives", "Fails on purpose.")]
public sealed class Fault : Activity
{
    /// <summary>A stable code.</summary>
    [Input(Description = "A stable code.")]
    public Input<string> Code { get; set; } = default!;

    /// <summary>What kind of failure, for reports.</summary>
    [Input(Description = "What kind of failure, for reports.")]
    public Input<string> Category { get; set; } = default!;

    /// <summary>Whose failure: of the system or of the business.</summary>
    [Input(DisplayName = "Type", Description = "Whose failure: of the system or of the business.")]
    public Input<string> FaultType { get; set; } = default!;

    /// <summary>What went wrong.</summary>
    [Input(Description = "What went wrong.")]
    public Input<string> Message { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        Note(context, "category", Category);
        Note(context, "faultType", FaultType);
        var code = Code.Get(context);
        throw new FaultException(
            string.IsNullOrEmpty(code) ? "Fault" : code,
            Message.Get(context) ?? "The workflow failed on purpose."
        );
    }

    private static void Note(ActivityExecutionContext context, string name, Input<string> input)
    {
        if (input.Get(context) is { Length: > 0 } value)
        {
            context.JournalData[name] = value;
        }
    }
}
