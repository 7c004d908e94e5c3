namespace Workflows.WeComEmulator.Mail;

/// <summary>Every letter that arrived, the newest first. Used inside the company's turn only.</summary>
internal sealed class Mailbox
{
    private const int Most = 500;
    private readonly LinkedList<Letter> _letters = [];
    private int _next;

    public IReadOnlyList<Letter> Letters => [.. _letters];

    public void Add(DateTimeOffset at, string from, IReadOnlyList<string> to, string data)
    {
        var (headers, text) = LetterReader.Read(data);
        _letters.AddFirst(new Letter(++_next, at, from, to, headers, text));
        if (_letters.Count > Most)
        {
            _letters.RemoveLast();
        }
    }
}
