namespace Workflows.Runtime.Activities.Scripting;

/// <summary>Runs a script. It may call <c>setOutcome("X")</c> or <c>setOutcomes(["X", "Y"])</c>; otherwise the outcome is <c>Done</c>.</summary>
[Activity("Elsa", "Scripting", "Runs a JavaScript script.", DisplayName = "Run JavaScript")]
public sealed class RunJavaScript : CodeActivity<object?>, IDynamicOutcomes
{
    /// <summary>The script; its value is the result.</summary>
    [Input(
        Description = "The script; the value of its last expression is the result.",
        UIHint = InputUIHints.CodeEditor,
        CodeLanguage = "javascript",
        Notation = "JavaScript"
    )]
    public Input<object?> Script { get; set; } = default!;

    /// <summary>The outcomes the script may set, for the canvas.</summary>
    [Input(Description = "The outcomes the script may set.", UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>> PossibleOutcomes { get; set; } = default!;

    /// <inheritdoc />
    public IReadOnlyList<string>? GetPossibleOutcomes() => ScriptOutcomes.Of(PossibleOutcomes);

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.Set(Result, Script.Get(context));
        return context.CompleteActivityAsync(context.TakeOutcomes());
    }
}
