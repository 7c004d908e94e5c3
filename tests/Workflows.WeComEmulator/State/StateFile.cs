using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.State;

/// <summary>
/// What was asked of the company, a line each, in the order it happened. Everything in the emulator follows from its seed, its clock and what it
/// was asked, so that asking again rebuilds phones, contacts and ledger as they were.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private readonly FileStream _stream;

    private StateFile(FileStream stream, StateBeginning beginning, IReadOnlyList<RecordedRequest> requests) =>
        (_stream, FoundedAt, Requests) = (stream, beginning.FoundedAt, requests);

    /// <summary>When the company was founded.</summary>
    public DateTimeOffset FoundedAt { get; }

    /// <summary>What was asked before this process began.</summary>
    public IReadOnlyList<RecordedRequest> Requests { get; }

    /// <summary>Opens a file, or begins one.</summary>
    /// <exception cref="InvalidOperationException">It is the state of another company, or no state.</exception>
    public static StateFile Open(string path, EmulatorOptions options)
    {
        var here = new StateBeginning(
            Fingerprint(options.Seed),
            options.Dice,
            options.Now ?? TimeProvider.System.GetUtcNow()
        );
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var lines = Lines(stream);
        if (lines.Count == 0)
        {
            Write(stream, JsonSerializer.Serialize(here));
            return new StateFile(stream, here, []);
        }

        var there = Read<StateBeginning>(lines[0]);
        if (
            there is null
            || !string.Equals(there.Company, here.Company, StringComparison.Ordinal)
            || there.Dice != here.Dice
        )
        {
            stream.Dispose();
            throw new InvalidOperationException(
                $"{path} is not the state of this company: take another file, or the seed and dice it was begun with."
            );
        }

        return new StateFile(stream, there, [.. lines.Skip(1).Select(Read<RecordedRequest>).OfType<RecordedRequest>()]);
    }

    /// <summary>Writes down what is asked, before it is done.</summary>
    public void Add(RecordedRequest request) => Write(_stream, JsonSerializer.Serialize(request));

    public void Dispose() => _stream.Dispose();

    // A process that was killed may have left half a line: what it asked was not done.
    private static List<string> Lines(FileStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        stream.SetLength(Encoding.UTF8.GetByteCount(whole));
        stream.Seek(0, SeekOrigin.End);
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(FileStream stream, string line)
    {
        stream.Write(Encoding.UTF8.GetBytes($"{line}\n"));
        stream.Flush();
    }

    // Where its events go is no part of a company.
    private static string Fingerprint(CorpSeed seed) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seed with { Callback = null })))[
            ..16
        ];
}
