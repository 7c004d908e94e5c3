using DotLiquid;
using DotLiquid.Exceptions;

namespace Workflows.Expressions.Scripting;

/// <summary>The <c>capture</c> block; the library's own one collects without a limit.</summary>
public sealed class BoundedCapture : Block
{
    private string _name = "";

    /// <inheritdoc/>
    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(markup);
        _name = markup.Trim().Trim('\'', '"');
        if (_name.Length == 0 || !_name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-'))
        {
            throw new SyntaxException($"'{tagName}' needs a name: capture [name]");
        }

        base.Initialize(tagName, markup, tokens);
    }

    /// <inheritdoc/>
    public override void Render(Context context, TextWriter result)
    {
        ArgumentNullException.ThrowIfNull(context);
        var limit = context.Registers[BoundedWriter.LimitKey] as int? ?? ExpressionLimits.Default.MaxTextLength;
        using var text = new BoundedWriter(limit);
        base.Render(context, text);
        context.Scopes[^1][_name] = text.ToString();
    }
}
