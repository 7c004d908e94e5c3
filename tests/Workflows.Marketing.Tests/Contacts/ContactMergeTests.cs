using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

public sealed class ContactMergeTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 300)]
    public Property Part_OfAMergeToWhichNothingHappened_IsTheContactBefore() =>
        Prop.ForAll(
            Pairs().ToArbitrary(),
            pair =>
            {
                var (first, second) = pair;

                var parted = ContactMerge.Part(ContactMerge.Merge(first, second), first, second);

                Assert.Equivalent(first, parted, strict: true);
            }
        );

    [Property(MaxTest = 300)]
    public Property Merge_OfTwo_LosesNothing() =>
        Prop.ForAll(
            Pairs().ToArbitrary(),
            pair =>
            {
                var (first, second) = pair;

                var merged = ContactMerge.Merge(first, second);

                Assert.Equal(first.PaidOrderCount + second.PaidOrderCount, merged.PaidOrderCount);
                Assert.Equal(first.PaidAmount + second.PaidAmount, merged.PaidAmount);
                Assert.Equal(merged.PaidOrderCount > 0, merged.LastPaidAt is not null);
                Assert.Subset(merged.Tags.ToHashSet(), first.Tags.Concat(second.Tags).ToHashSet());
                Assert.Subset(merged.Identities.ToHashSet(), first.Identities.Concat(second.Identities).ToHashSet());
                Assert.Subset(merged.Attributes.Keys.ToHashSet(), second.Attributes.Keys.ToHashSet());
            }
        );

    [Fact]
    public void Part_AfterMoreHappened_KeepsWhatHappened()
    {
        var first = new ContactState(Id(1), Day)
        {
            PaidOrderCount = 1,
            PaidAmount = 10,
            LastPaidAt = Day,
            Tags = ["a"],
        };
        var second = new ContactState(Id(2), Day)
        {
            PaidOrderCount = 2,
            PaidAmount = 5,
            LastPaidAt = Day.AddDays(1),
            Tags = ["b"],
            Attributes = new Dictionary<string, object?>(StringComparer.Ordinal) { ["city"] = "上海", ["age"] = 3L },
        };
        var contact = new Contact(ContactMerge.Merge(first, second));
        contact.Fold(new ContactEvent("s", "9", "order.paid", Day.AddDays(9), [], """{"amount":7}"""));
        contact.AddTag("c");
        contact.SetAttribute("age", 4);

        var parted = ContactMerge.Part(contact.ToState(), first, second);

        Assert.Equal(
            (2, 17m, (DateTimeOffset?)Day.AddDays(9)),
            (parted.PaidOrderCount, parted.PaidAmount, parted.LastPaidAt)
        );
        Assert.Equal(["a", "c"], parted.Tags);
        Assert.Equal(("age", 4L), Assert.Single(parted.Attributes.Select(pair => (pair.Key, (long)pair.Value!))));
    }

    private static Gen<(ContactState First, ContactState Second)> Pairs() =>
        from first in States(1)
        from second in States(2)
        select (first, second);

    private static Gen<ContactState> States(int number) =>
        from joined in Gen.Choose(0, 9)
        from orders in Gen.Choose(0, 3)
        from amount in Gen.Choose(0, 1_000)
        from paid in Gen.Choose(0, 9)
        from tags in Some("vip", "new", "silent")
        from names in Some("city", "age", "tier")
        from marks in Some("sms", "webhook", "call")
        from staff in Some("zhang", "li", "wang")
        from at in Gen.Choose(0, 9)
        from yes in Gen.Elements(true, false)
        from pool in Gen.Elements(null, Pool.Client, Pool.Nurturing)
        from stage in Gen.Elements([.. RelationshipStage.All])
        select new ContactState(Id(number), Day.AddDays(joined))
        {
            PaidOrderCount = orders,
            PaidAmount = orders * amount / 100m,
            LastPaidAt = orders == 0 ? null : Day.AddDays(paid),
            Identities = [new ContactIdentity(IdentityKind.ExternalUserId, $"w{number}")],
            Tags = [.. tags.Order(StringComparer.Ordinal)],
            TagMarks = [.. tags.Select(tag => new TagMark(tag, TagFamily.Source, Day.AddDays(at), "j"))],
            Attributes = names.ToDictionary(name => name, name => (object?)$"{number}", StringComparer.Ordinal),
            Consents = ContactConsents.Of(marks.Select(mark => new ConsentMark(mark, null, yes, Day.AddDays(at)))),
            Relations = ContactRelations.Of(
                staff.Select(member => new Relation(member, RelationState.Exists, Day.AddDays(at)))
            ),
            Pool = pool,
            Stage = stage,
            Persona = pool,
            ExpertPersona = pool is null ? "expert" : null,
            SalesPersona = names.FirstOrDefault(),
        };

    private static Gen<string[]> Some(params string[] words) =>
        Gen.SubListOf(words).Select(chosen => chosen.Distinct(StringComparer.Ordinal).ToArray());

    private static Guid Id(int number) => new($"0197a000-0000-7000-8000-{number:D12}");
}
