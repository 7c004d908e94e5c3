using System.Runtime.CompilerServices;

namespace Workflows.Testing;

/// <summary>Compares text with an approved copy that lies in the tree, so that a change of it is seen in review.</summary>
public static class Approved
{
    /// <summary>Set to 1, the texts of this run become the approved ones.</summary>
    public const string Switch = "APPROVE";

    /// <summary>Throws unless <paramref name="text"/> equals the approved file beside the calling source file.</summary>
    /// <param name="text">What the code says now.</param>
    /// <param name="file">The approved file, relative to the caller's folder, e.g. <c>OpenApi.approved.json</c>.</param>
    /// <param name="callerPath">Filled in by the compiler.</param>
    public static void Match(string text, string file, [CallerFilePath] string callerPath = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(callerPath)!, file);
        var actual = Normal(text);
        if (Environment.GetEnvironmentVariable(Switch) is "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        var approved = File.Exists(path) ? Normal(File.ReadAllText(path)) : "";
        if (!string.Equals(approved, actual, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"{file} differs from what was approved; with {Switch}=1 the tests write it anew.\n{FirstDifference(approved, actual)}"
            );
        }
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string approved, string actual)
    {
        var before = approved.Split('\n');
        var now = actual.Split('\n');
        var line = 0;
        while (
            line < before.Length
            && line < now.Length
            && string.Equals(before[line], now[line], StringComparison.Ordinal)
        )
        {
            line++;
        }

        return $"line {line + 1}\napproved: {before.ElementAtOrDefault(line)}\nnow:      {now.ElementAtOrDefault(line)}";
    }
}
