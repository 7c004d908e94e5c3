using System.Globalization;
using System.Text.Json;

namespace Workflows.Host.Commands;

/// <summary>Values of unknown type as a table shows them: invariant, times as ISO 8601, anything composite as JSON.</summary>
internal static class PlainText
{
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value, Terminal.OneLine),
        };
}
