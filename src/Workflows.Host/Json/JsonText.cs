using System.Text;
using System.Text.Json;
using Workflows.Host.Commands;

namespace Workflows.Host.Json;

/// <summary>Reads JSON that a person wrote, and says where it is broken in lines and columns a person counts.</summary>
internal static class JsonText
{
    // What studios and editors leave in documents that people keep: comments and a comma too many.
    private static readonly JsonDocumentOptions Document = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    /// <summary>The text of a file.</summary>
    /// <exception cref="BadInputException">There is no such file, or it cannot be read.</exception>
    public static string ReadFile(string path)
    {
        using var reader = OpenFile(path);
        return reader.ReadToEnd();
    }

    /// <summary>Opens a file of text.</summary>
    /// <exception cref="BadInputException">There is no such file, or it cannot be read.</exception>
    public static StreamReader OpenFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path}: this is a folder, a file was expected.");
        }

        try
        {
            return new StreamReader(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{path}: no such file.", failure);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new BadInputException($"{path}: {failure.Message}", failure);
        }
    }

    /// <summary>Makes sure that a document is JSON before the room that owns its format reads it.</summary>
    /// <exception cref="BadInputException">The text is not JSON.</exception>
    public static void Check(string text, string source) => _ = ParseDocument(text, source);

    /// <summary>Parses a document that a studio or an editor wrote: comments and a comma too many are let through.</summary>
    /// <exception cref="BadInputException">The text is not JSON.</exception>
    public static JsonElement ParseDocument(string text, string source) => Parse(text, source, Document);

    /// <summary>Parses <paramref name="text"/>; <paramref name="source"/> names it in complaints.</summary>
    /// <exception cref="BadInputException">The text is not JSON.</exception>
    public static JsonElement Parse(string text, string source) => Parse(text, source, default);

    private static JsonElement Parse(string text, string source, JsonDocumentOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(text, options);
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new BadInputException($"{source}: {Describe(failure, text)}", failure);
        }
    }

    /// <summary>What an <c>--input</c> option holds: JSON itself, or <c>@FILE</c>.</summary>
    /// <exception cref="BadInputException">The file or its JSON cannot be read.</exception>
    public static JsonElement ParseOption(string value, string option)
    {
        if (value.StartsWith('@'))
        {
            var path = value[1..];
            return Parse(ReadFile(path), path);
        }

        return Parse(value, option);
    }

    /// <summary>The place and the reason, e.g. <c>line 3, column 7: '}' is invalid …</c>.</summary>
    public static string Describe(JsonException failure, string text)
    {
        var line = (int)(failure.LineNumber ?? 0);
        var column = CharactersBefore(text, line, failure.BytePositionInLine ?? 0) + 1;
        return $"line {line + 1}, column {column}: not valid JSON: {Reason(failure.Message)}";
    }

    // The reader ends its messages with "LineNumber: 0 | BytePositionInLine: 3." and counts bytes, not characters.
    private static string Reason(string message)
    {
        var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        var end = (tail, path) switch
        {
            (< 0, < 0) => message.Length,
            (< 0, _) => path,
            (_, < 0) => tail,
            _ => Math.Min(tail, path),
        };
        return message[..end];
    }

    private static int CharactersBefore(string text, int line, long bytes)
    {
        var start = 0;
        for (var skipped = 0; skipped < line; skipped++)
        {
            var next = text.IndexOf('\n', start);
            if (next < 0)
            {
                return 0;
            }

            start = next + 1;
        }

        var characters = 0;
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0 || rune == new Rune('\n'))
            {
                break;
            }

            characters++;
        }

        return characters;
    }
}
