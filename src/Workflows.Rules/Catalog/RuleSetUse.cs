using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>What the product asks of a rule set that it knows by name.</summary>
/// <param name="Shape">The inputs with which it will be asked, in place of those of the catalogue.</param>
/// <param name="Review">
/// What else the product wants to say about a document that type-checks, given the rule set and the JSON path at which it
/// stands; an error refuses the publication. Null for nothing.
/// </param>
public sealed record RuleSetUse(InputShape Shape, Func<RuleSet, string, IReadOnlyList<Diagnostic>>? Review = null);
