namespace Workflows.Rules.Explaining;

/// <summary>The values of one question: inputs, and parameters as far as they were worked out.</summary>
internal sealed class ExplanationValues
{
    private readonly object?[] _values;

    public ExplanationValues(object?[] inputs, int slots)
    {
        _values = new object?[slots];
        inputs.CopyTo(_values, 0);
    }

    /// <summary>Works parameters out, in order, as far as they go.</summary>
    /// <returns>The parameter that failed, or null.</returns>
    public ExplainedParam? Fill(IReadOnlyList<ExplainedParam> parameters)
    {
        foreach (var param in parameters)
        {
            var result = Of(param.Value);
            if (result.State == PartState.Failed)
            {
                return param;
            }

            _values[param.Slot] = result.Value;
        }

        return null;
    }

    /// <summary>What comes of a part.</summary>
    public PartResult Of(Part part)
    {
        try
        {
            return PartResult.Of(part.Evaluate(_values));
        }
        // An expression may throw anything, and an explanation tells what.
        catch (Exception failure)
        {
            return PartResult.Failed(failure);
        }
    }
}
