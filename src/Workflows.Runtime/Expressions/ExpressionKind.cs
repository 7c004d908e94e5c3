namespace Workflows.Runtime.Expressions;

/// <summary>A notation that inputs may be written in. Derive to add one; see <see cref="ExpressionRegistry"/>.</summary>
public abstract class ExpressionKind
{
    /// <summary>The name documents use, for example <c>Liquid</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The title designers show. The default is <see cref="Type"/>.</summary>
    public virtual string DisplayName => Type;

    /// <summary>Whether designers offer it. The default is true.</summary>
    public virtual bool IsBrowsable => true;

    /// <summary>The highlighting of its editor, as Monaco names it; null for none.</summary>
    public virtual string? CodeLanguage => null;

    /// <summary>Compiles one expression; what is wrong with it is reported at the site.</summary>
    /// <param name="source">The expression.</param>
    /// <param name="target">The type the input asks for; the evaluator must yield it or null.</param>
    /// <param name="site">Where the expression stands.</param>
    /// <returns>The evaluator; null when it cannot be used.</returns>
    public abstract InputEvaluator? Compile(ExpressionSource source, Type target, ExpressionSite site);
}
