using System.Collections.Immutable;
using System.Linq.Expressions;

namespace Workflows.Rules.Binding;

/// <summary>The names an expression may use, and those whose own expression is broken, so that one mistake is told once.</summary>
internal sealed record BindingScope(ImmutableArray<ParameterExpression> Parameters, ImmutableHashSet<string> Broken)
{
    public BindingScope With(ParameterExpression parameter) => this with { Parameters = Parameters.Add(parameter) };

    public BindingScope WithBroken(string name) => this with { Broken = Broken.Add(name) };

    public bool Knows(string name) =>
        Broken.Contains(name)
        || Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    public bool DependsOnBroken(string text) => Broken.Any(name => Identifiers.Mentions(text, name));
}
