using System.Globalization;
using System.Text;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>Collects a template's text up to a limit.</summary>
internal sealed class BoundedWriter(int maxLength) : StringWriter(CultureInfo.InvariantCulture)
{
    /// <summary>The register under which a template's tags find the limit.</summary>
    public const string LimitKey = "max_text_length";

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    internal static ExpressionException TooLong(int maxLength) =>
        new(DiagnosticCodes.LimitReached, $"A text of more than {maxLength} characters would be built.");

    private void Check(int more)
    {
        if (GetStringBuilder().Length + (long)more > maxLength)
        {
            throw TooLong(maxLength);
        }
    }
}
