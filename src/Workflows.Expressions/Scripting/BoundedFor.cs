using System.Globalization;
using System.Text.RegularExpressions;
using DotLiquid;
using DotLiquid.Exceptions;
using DotLiquid.Tags;

namespace Workflows.Expressions.Scripting;

/// <summary>
/// The <c>for</c> tag. DotLiquid limits each loop by itself and lays a range out in memory each time it is reached, so loops
/// in loops multiply; here the ranges of a whole template count together, before they are laid out.
/// </summary>
internal sealed partial class BoundedFor : For
{
    /// <summary>The register that holds how many more elements of ranges a template may go through.</summary>
    public const string StepsKey = "steps";

    private string? _from;
    private string? _to;

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        var range = RangePattern().Match(markup);
        if (range.Success)
        {
            (_from, _to) = (range.Groups["from"].Value, range.Groups["to"].Value);
        }

        base.Initialize(tagName, markup, tokens);
    }

    public override void Render(Context context, TextWriter result)
    {
        if (_from is not null && _to is not null && context.Registers[StepsKey] is long left)
        {
            left -= Math.Max(1, Number(context[_to]) - Number(context[_from]) + 1);
            if (left < 0)
            {
                throw new MaximumIterationsExceededException("loop");
            }

            context.Registers[StepsKey] = left;
        }

        base.Render(context, result);
    }

    // What is no number is told by the tag itself.
    private static long Number(object? value) =>
        long.TryParse(
            Convert.ToString(value, CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? Math.Clamp(number, int.MinValue, int.MaxValue)
            : 0;

    [GeneratedRegex(@"\(\s*(?<from>[^\s().]+)\s*\.\.\s*(?<to>[^\s()]+)\s*\)", RegexOptions.None, 500)]
    private static partial Regex RangePattern();
}
