using System.Globalization;
using System.Text;

namespace Workflows.Benchmarks.Groups;

/// <summary>Two files of an invented shop: its customers, and what each of them did over three years. The same ones every time.</summary>
internal sealed class HistoryFiles(string folder, int contacts, int eventsOfContact)
{
    private const int Days = 1_000;

    private static readonly string[] Cities = ["上海", "北京", "广州", "成都", "杭州"];
    private static readonly string[] Types = ["order.paid", "content.clicked", "message.replied", "group.joined"];
    private static readonly DateTime Begin = new(2023, 1, 1, 9, 0, 0, DateTimeKind.Unspecified);

    public string Customers { get; } = Path.Combine(folder, "customers.csv");

    public string Events { get; } = Path.Combine(folder, "events.csv");

    public long CustomerRows => contacts;

    public long EventRows => (long)contacts * eventsOfContact;

    public async Task WriteAsync()
    {
        await using (var customers = Write(Customers))
        {
            await customers.WriteLineAsync("phone,unionid,joined_at,city,tags");
            for (var contact = 0; contact < contacts; contact++)
            {
                await customers.WriteLineAsync(
                    Line($"{Phone(contact)},u{contact},{Day(contact)},{Cities[contact % Cities.Length]},会员|老客")
                );
            }
        }

        await using var events = Write(Events);
        await events.WriteLineAsync("source,id,type,at,phone,data.amount,data.quantity");
        // By time, as a shop writes them down: each contact comes again and again all over the file.
        for (var round = 0; round < eventsOfContact; round++)
        {
            for (var contact = 0; contact < contacts; contact++)
            {
                var type = Types[(contact + round) % Types.Length];
                var day = Day((round * Days / eventsOfContact) + (contact % 97));
                await events.WriteLineAsync(
                    Line(
                        $"shop,{contact}-{round},{type},{day},{Phone(contact)},{contact % 900 + 9}.90,{contact % 3 + 1}"
                    )
                );
            }
        }
    }

    private static StreamWriter Write(string path) => new(path, append: false, new UTF8Encoding(false), 1 << 20);

    private static string Day(int number) =>
        Begin.AddDays(number % Days).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Phone(int contact) => Line($"1{3_800_000_000L + contact}");

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
