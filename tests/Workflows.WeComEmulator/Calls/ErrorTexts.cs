using System.Collections.Frozen;
using System.Globalization;

namespace Workflows.WeComEmulator.Calls;

/// <summary>The platform's error codes with its own texts.</summary>
internal static class ErrorTexts
{
    private static readonly FrozenDictionary<int, string> Texts = Read();

    public static string Of(int code) => Texts.TryGetValue(code, out var text) ? text : "未知错误";

    public static bool Knows(int code) => Texts.ContainsKey(code);

    private static FrozenDictionary<int, string> Read()
    {
        using var stream = typeof(ErrorTexts).Assembly.GetManifestResourceStream(
            "Workflows.WeComEmulator.Calls.error-codes.txt"
        )!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToFrozenDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);
    }
}
