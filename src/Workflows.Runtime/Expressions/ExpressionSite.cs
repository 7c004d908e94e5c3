using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Expressions;

/// <summary>Where an expression stands: what it can see, and where its mistakes are reported.</summary>
public sealed class ExpressionSite
{
    private readonly List<Diagnostic> _diagnostics;

    internal ExpressionSite(
        GraphNode node,
        string inputName,
        CompilationScope scope,
        ExpressionRegistry registry,
        List<Diagnostic> diagnostics
    )
    {
        Node = node;
        InputName = inputName;
        Scope = scope;
        Registry = registry;
        _diagnostics = diagnostics;
    }

    /// <summary>The activity.</summary>
    public GraphNode Node { get; }

    /// <summary>The input's name.</summary>
    public string InputName { get; }

    /// <summary>The notations.</summary>
    public ExpressionRegistry Registry { get; }

    internal CompilationScope Scope { get; }

    /// <summary>The variables it can see by name; inner ones hide outer ones.</summary>
    public IEnumerable<Variable> Variables => CompilationScope.VariablesOf(Node);

    /// <summary>The functions and objects scripts can use here.</summary>
    public ScriptGlobals Globals => Scope.GlobalsFor(Node, Registry);

    /// <summary>The variable of an id, or else of a name; null when nothing in scope declares it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name to try when the id finds nothing.</param>
    public Variable? FindVariable(string? id, string? name = null) => CompilationScope.Find(Node, id, name);

    /// <summary>Reports a mistake of the author.</summary>
    /// <param name="code">A stable code.</param>
    /// <param name="message">What is wrong, for the operator.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="severity">How bad it is.</param>
    /// <param name="span">The place in the expression's text.</param>
    public void Report(
        string code,
        string message,
        string? remedy = null,
        DiagnosticSeverity severity = DiagnosticSeverity.Error,
        SourceSpan? span = null
    ) => _diagnostics.Add(new Diagnostic(code, message, Node.ActivityId, span, remedy, severity));

    /// <summary>Reports what a compiler of expressions found, at this place.</summary>
    /// <param name="found">The diagnostics.</param>
    public void Report(IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            _diagnostics.Add(
                diagnostic with
                {
                    Path = Node.ActivityId,
                    Message = $"{InputName}: {diagnostic.Message}",
                }
            );
        }
    }
}
