using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<ContactRow>
{
    public void Configure(EntityTypeBuilder<ContactRow> builder)
    {
        builder.ToTable(
            "contacts",
            table =>
            {
                table.HasCheckConstraint("ck_contacts_paid", "(last_paid_at IS NOT NULL) = (paid_order_count > 0)");
            }
        );

        // Also the contact list, page by page.
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
