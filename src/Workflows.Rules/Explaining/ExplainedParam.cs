using System.Linq.Expressions;

namespace Workflows.Rules.Explaining;

/// <summary>A parameter that can be explained.</summary>
internal sealed record ExplainedParam(ParameterExpression Variable, int Slot, Part Value);
