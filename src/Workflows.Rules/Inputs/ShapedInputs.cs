using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Inputs;

/// <summary>Inputs with the types under which expressions see them, or why one of them has no type.</summary>
internal sealed record ShapedInputs(InputShape Shape, object?[] Values, Diagnostic? Mistake = null);
