namespace Workflows.Runtime.Activities.Data;

/// <summary>Writes a line of text to the output of the run.</summary>
[Activity("Elsa", "Console", "Writes a line of text.")]
public sealed class WriteLine : CodeActivity
{
    /// <summary>Creates the activity without a text.</summary>
    public WriteLine() { }

    /// <summary>Creates the activity with a text.</summary>
    /// <param name="text">The line.</param>
    public WriteLine(string text) => Text = new Input<string>(text);

    /// <summary>Creates the activity with a computed text.</summary>
    /// <param name="text">The line.</param>
    public WriteLine(Input<string> text) => Text = text;

    /// <summary>The line.</summary>
    [Input(Description = "The line.")]
    public Input<string> Text { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.WriteLine(Text.Get(context) ?? "");
}
