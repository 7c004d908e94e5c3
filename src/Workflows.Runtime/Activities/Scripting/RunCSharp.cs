namespace Workflows.Runtime.Activities.Scripting;

/// <summary>Works out one C# expression. Statements are not offered: what an author writes stays inside the allow-list of expressions.</summary>
[Activity("Elsa", "Scripting", "Works out a C# expression.", DisplayName = "Run C#")]
public sealed class RunCSharp : CodeActivity<object?>, IDynamicOutcomes
{
    /// <summary>The expression; its value is the result.</summary>
    [Input(
        Description = "The expression; its value is the result.",
        UIHint = InputUIHints.CodeEditor,
        CodeLanguage = "csharp",
        Notation = "CSharp"
    )]
    public Input<object?> Script { get; set; } = default!;

    /// <summary>Kept for documents; an expression sets no outcomes.</summary>
    [Input(Description = "The outcomes the script may set.", UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>> PossibleOutcomes { get; set; } = default!;

    /// <inheritdoc />
    public IReadOnlyList<string>? GetPossibleOutcomes() => ["Done"];

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.Set(Result, Script.Get(context));
}
