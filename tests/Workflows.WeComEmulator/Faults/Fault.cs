namespace Workflows.WeComEmulator.Faults;

/// <summary>Something that goes wrong at some addresses of the platform, as <c>/_emu/faults</c> takes it.</summary>
public sealed record Fault
{
    /// <summary>The end of the address, such as <c>add_msg_template</c>; <c>*</c> is every one.</summary>
    public string Path { get; init; } = "*";

    /// <summary>The error code that is answered.</summary>
    public int? ErrCode { get; init; }

    /// <summary>The HTTP status that is answered instead, 502 for example.</summary>
    public int? Http { get; init; }

    /// <summary>How often it happens; null is without end.</summary>
    public int? Count { get; init; }

    /// <summary>How likely it is at each call, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Milliseconds before anything else happens.</summary>
    public int LatencyMs { get; init; }

    /// <summary>The call takes effect, and the answer is what gets lost: by the error given, or by a cut connection if none is.</summary>
    public bool AfterProcessing { get; init; }

    /// <summary>The connection is cut without an answer and without an effect.</summary>
    public bool Cut { get; init; }

    internal bool HasEffect => ErrCode is not null || Http is not null || Cut;

    internal bool Hits(string path) =>
        Path is "*" || path.EndsWith("/" + Path.TrimStart('/'), StringComparison.Ordinal);
}
