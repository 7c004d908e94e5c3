using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Log;

/// <summary>Everything that anybody received, in order, and what customers said themselves.</summary>
internal sealed class MessageLog(Company company)
{
    private static readonly IReadOnlyList<LoggedMessage> Nothing = [];

    private readonly List<LoggedMessage> _messages = [];
    private readonly Dictionary<string, List<LoggedMessage>> _byRecipient = [];
    private readonly List<CustomerWord> _words = [];
    private long _number;

    public IReadOnlyList<LoggedMessage> All => _messages;

    public IReadOnlyList<CustomerWord> Words => _words;

    public IEnumerable<CustomerWord> WordsOf(string customer) =>
        _words.Where(word => string.Equals(word.Customer, customer, StringComparison.Ordinal));

    public LoggedMessage Add(Arrival arrival)
    {
        if (!arrival.IsConfirmed)
        {
            company.Violations.Add(Breaches.Unconfirmed, arrival.Api, $"{arrival.Reference} reached {arrival.To}");
        }

        var message = new LoggedMessage(
            ++_number,
            company.Clock.GetUtcNow(),
            arrival.Carrier,
            arrival.To,
            arrival.From,
            arrival.Content.Text,
            arrival.Content.Attachments,
            arrival.Api,
            arrival.Reference
        );
        _messages.Add(message);
        if (!_byRecipient.TryGetValue(message.To, out var received))
        {
            _byRecipient[message.To] = received = [];
        }

        received.Add(message);
        return message;
    }

    public IReadOnlyList<LoggedMessage> Of(string recipient) => _byRecipient.GetValueOrDefault(recipient) ?? Nothing;

    public CustomerWord Say(string customer, string? member, string? group, string text)
    {
        var word = new CustomerWord(++_number, company.Clock.GetUtcNow(), customer, member, group, text);
        _words.Add(word);
        return word;
    }

    /// <summary>Messages that reached the same recipient by the same carrier with the same content more than once.</summary>
    public IReadOnlyList<DuplicateMessages> Duplicates() =>
        [
            .. _messages
                .GroupBy(message => (message.Carrier, message.To, Fingerprint(message)))
                .Where(group => group.Count() > 1)
                .Select(group => new DuplicateMessages(group.Key.To, group.First().Text, [.. group])),
        ];

    private static string Fingerprint(LoggedMessage message) =>
        $"{message.Text}\n{string.Join('\n', message.Attachments.Select(attachment => (attachment with { MediaId = null }).ToString()))}";
}
