using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis;

/// <summary>Invents contacts for boxes.</summary>
internal sealed class Examples(
    Space space,
    Ordinary ordinary,
    IReadOnlyCollection<FieldPath> fields,
    DateTimeOffset asOf
)
{
    /// <summary>Contacts in the box that there can be, with the plainest values.</summary>
    public IEnumerable<ContactExample> In(Box box) =>
        space
            .Possible(ordinary.Within(new Region([box])))
            .Boxes.Select(possible => In(possible, shown: box))
            .OfType<ContactExample>();

    // Null where the values are beyond their types.
    private ContactExample? In(Box box, Box shown)
    {
        var invention = new Invention(asOf);
        var missing = box
            .Sets.Where(entry => !entry.Value.HasValue)
            .Select(entry => space.Dimensions[entry.Key].Field)
            .ToHashSet();
        foreach (var field in missing)
        {
            invention.Leave(field);
        }

        foreach (var (place, set) in box.Sets)
        {
            if (!missing.Contains(space.Dimensions[place].Field))
            {
                invention.Take(space.Dimensions[place], set);
            }
        }

        return invention.Finish(fields, [.. ordinary.Telling(shown).Select(entry => space.Dimensions[entry.Key])]);
    }
}
