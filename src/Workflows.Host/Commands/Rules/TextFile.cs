namespace Workflows.Host.Commands.Rules;

/// <summary>Files that commands write.</summary>
internal static class TextFile
{
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new BadInputException($"{path}: {failure.Message}", failure);
        }
    }
}
