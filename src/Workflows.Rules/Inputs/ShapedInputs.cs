using Workflows.Expressions;

namespace Workflows.Rules.Inputs;

/// <summary>Inputs with the types under which expressions see them.</summary>
internal sealed record ShapedInputs(InputShape Shape, object?[] Values);
