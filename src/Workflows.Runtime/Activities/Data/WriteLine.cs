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

    /// <summary>Creates the activity with a computed text.</summary>
    /// <param name="text">Called once per execution.</param>
    public WriteLine(Func<ActivityExecutionContext, string?> text) => Text = new Input<string>(text);

    /// <summary>Creates the activity with a variable's text.</summary>
    /// <param name="variable">The variable.</param>
    public WriteLine(Variable<string> variable) => Text = new Input<string>(variable);

    /// <summary>The line.</summary>
    [Input(Description = "The line.")]
    public Input<string> Text { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.WriteLine(Text.Get(context) ?? "");
}
