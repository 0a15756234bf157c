#include "crm/demo/demo.hpp"

#include <fstream>

#include "crm/app/use_cases.hpp"
#include "models/error.hpp"

namespace fanal::app {

std::int64_t write_demo(const std::filesystem::path& folder, const DemoPlan& plan) {
    if (plan.fans_count < 1 || plan.days_count < 1) {
        throw Error(ErrorKind::bad_input, "A demo needs at least one fan and one day.");
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(ErrorKind::unavailable,
                    "The folder " + folder.string() + " cannot be made: " + error.message() + ".");
    }
    std::int64_t files_count = 0;
    const demo::DemoOptions options{plan.fans_count, plan.days_count, plan.seed, plan.ends_at};
    demo::generate(options, [&](demo::DemoFile&& file) {
        const std::filesystem::path path = folder / file.name;
        std::filesystem::create_directories(path.parent_path(), error);
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        out.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
        out.close();
        if (!out) {
            throw Error(ErrorKind::unavailable, "The file " + path.string() + " cannot be written.");
        }
        ++files_count;
    });
    return files_count;
}

std::vector<AccountSighting> demo_accounts() {
    return demo::brand();
}

}  // namespace fanal::app
